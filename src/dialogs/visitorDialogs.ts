import type { StatePropertyAccessor } from 'botbuilder-core';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { dayIn } from '../shared/time';
import { AidFinderDialog } from './aidFinder/aidFinderDialog';
import type { AidFinderDeps } from './aidFinder/finderTurn';
import { ForgetDialog, type ForgetDialogDeps } from './forgetDialog';
import { LeadFormDialog } from './leadFormDialog';
import type { LeadFormDeps } from './leadFormTurn';
import { momentIn } from './momentIn';
import { NoticeDialog, type NoticeDialogDeps } from './noticeDialog';
import { createRecordedLead } from './recordedLead';
import { StatusDialog, type StatusDialogDeps } from './statusDialog';

export type VisitorDialogsDeps = Omit<LeadFormDeps, 'recordedLead'> &
  Omit<StatusDialogDeps, 'dayOf'> &
  Omit<ForgetDialogDeps, 'momentIn'> &
  NoticeDialogDeps &
  AidFinderDeps &
  Parameters<typeof createRecordedLead>[0] & {
    /** Where days and hours are told: `Europe/Paris`. */
    readonly timeZone: string;
  };

/** Everything that takes more than one turn. @param property where the conversation keeps the dialog in hand */
export function createVisitorDialogs(property: StatePropertyAccessor, deps: VisitorDialogsDeps): DialogSet {
  const dialogs = new DialogSet(property);
  dialogs.add(new LeadFormDialog({ ...deps, recordedLead: createRecordedLead(deps) }));
  dialogs.add(new AidFinderDialog(deps));
  dialogs.add(new StatusDialog({ ...deps, dayOf: (moment) => dayIn(deps.timeZone, moment) }));
  dialogs.add(new NoticeDialog(deps));
  dialogs.add(new ForgetDialog({ ...deps, momentIn: momentIn(deps.timeZone) }));
  return dialogs;
}
