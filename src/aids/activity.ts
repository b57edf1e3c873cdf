/** Last division of each section of NAF revision 2, in order. Source: INSEE, nomenclature d'activités française 2008. */
const lastDivisions: readonly (readonly [number, string])[] = [
  [3, 'A'],
  [9, 'B'],
  [33, 'C'],
  [35, 'D'],
  [39, 'E'],
  [43, 'F'],
  [47, 'G'],
  [53, 'H'],
  [56, 'I'],
  [63, 'J'],
  [66, 'K'],
  [68, 'L'],
  [75, 'M'],
  [82, 'N'],
  [84, 'O'],
  [85, 'P'],
  [88, 'Q'],
  [93, 'R'],
  [96, 'S'],
  [98, 'T'],
  [99, 'U'],
];

/** The section, "C", of a NAF code, "25.62B" or "2562B". Undefined: it is no code. */
export function sectionOf(activityCode: string): string | undefined {
  const division = Number(/^\d{2}/.exec(activityCode)?.[0] ?? 0);
  return division === 0 ? undefined : lastDivisions.find(([last]) => division <= last)?.[1];
}

/** Whether an activity is in one of the sections, or begins with one of the codes. */
export function isActivityAmong(activityCode: string, codes: readonly string[]): boolean {
  const section = sectionOf(activityCode);
  const bare = activityCode.replaceAll('.', '');
  return codes.some((code) =>
    /^[A-U]$/.test(code) ? code === section : bare.startsWith(code.replaceAll('.', '')),
  );
}

/** The divisions, "10" to "33", of a section; none for what is no section. */
export function divisionsOf(section: string): readonly string[] {
  const at = lastDivisions.findIndex(([, letter]) => letter === section);
  const [last] = lastDivisions[at] ?? [0];
  const first = (lastDivisions[at - 1]?.[0] ?? 0) + 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i).padStart(2, '0'));
}
