import type { Activity } from 'botbuilder-core';
import { eventTypeOf, isGroup, mentionsUs, tenantOf } from './teamsActivity';

/** What is done with an activity of Teams. */
export type Admission =
  | 'admitted'
  /** It is not meant for the assistant. */
  | 'ignored'
  /** It comes from an organisation that is not served. */
  | 'foreign';

/**
 * Decides whether an activity of Teams is answered. In a group or a channel only what mentions the assistant, and its own cards' buttons.
 * @param tenants ids of the organisations that are served; empty: all. What does not say where it comes from is foreign once there is a list.
 */
export function admit(activity: Activity, tenants: readonly string[]): Admission {
  if (tenants.length > 0) {
    const tenant = tenantOf(activity)?.toLowerCase();
    if (tenant === undefined || !tenants.includes(tenant)) return 'foreign';
  }
  const { type } = activity;
  const pressed = (activity.value as unknown) !== undefined;
  if (type === 'messageUpdate' && eventTypeOf(activity) === 'undeleteMessage') return 'ignored';
  if ((type === 'message' || type === 'messageUpdate') && isGroup(activity) && !pressed) {
    return mentionsUs(activity) ? 'admitted' : 'ignored';
  }
  return 'admitted';
}
