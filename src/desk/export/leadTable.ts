import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { LeadFile } from '../../leads/leadFile';
import { columnNames, outcomeNames, sheetName, stateNames, type ColumnName } from './leadTable.fr';

type Cell = string | number | Date | undefined;
type Row = Readonly<Record<ColumnName, Cell>>;

const columns = Object.keys(columnNames) as ColumnName[];

/** What a spreadsheet would take for a formula, wide forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** A text that no spreadsheet computes: a visitor may have typed a formula as a name. */
export const neutraliseFormula = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

function rowOf({ lead, steps, ...file }: LeadFile): Row {
  const closing = file.state === 'closed' ? steps.findLast((step) => step.outcome !== undefined) : undefined;
  return {
    reference: lead.reference,
    createdAt: lead.createdAt,
    state: stateNames[file.state],
    outcome: file.outcome && outcomeNames[file.outcome],
    assignee: file.assigneeId,
    recipients: file.recipientIds.join(' '),
    company: lead.company,
    siren: lead.companyFacts?.siren,
    name: lead.name,
    email: lead.email,
    phone: lead.phone,
    place: lead.site?.place,
    intercommunality: lead.site?.intercommunality,
    need: lead.need,
    message: lead.message,
    rating: steps.findLast((step) => step.rating !== undefined)?.rating,
    closedAt: closing?.at,
  };
}

/** Leads as CSV for French spreadsheets: UTF-8 with its mark, semicolons, moments in ISO 8601. */
export function leadsAsCsv(files: readonly LeadFile[]): string {
  const text = (cell: Cell): string => {
    if (cell === undefined) return '';
    return cell instanceof Date ? cell.toISOString() : neutraliseFormula(String(cell));
  };
  return stringify(
    files.map(rowOf).map((row) => columns.map((column) => text(row[column]))),
    { header: true, columns: columns.map((column) => columnNames[column]), delimiter: ';', bom: true },
  );
}

/** Leads as an Excel workbook with one sheet. */
export async function leadsAsXlsx(files: readonly LeadFile[]): Promise<Buffer> {
  const header = columns.map((column) => ({ value: columnNames[column], fontWeight: 'bold' as const }));
  const body = files.map(rowOf).map((row) =>
    columns.map((column) => {
      const cell = row[column];
      if (cell === undefined) return null;
      if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd hh:mm' };
      if (typeof cell === 'number') return { value: cell, type: Number };
      return { value: neutraliseFormula(cell), type: String };
    }),
  );
  return writeXlsxFile([header, ...body], { sheet: sheetName }).toBuffer();
}
