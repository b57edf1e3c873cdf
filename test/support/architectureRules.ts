import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a source file, whatever its form. */
export interface SourceImport {
  readonly from: string;
  /** From 1. */
  readonly line: number;
  /** Leaves nothing at run time. */
  readonly typesOnly: boolean;
}

/** One entry of a table's right column: a room (`leads`) or a file (`config.ts`, `storage/botStorage.ts`). */
interface Allowed {
  readonly place: string;
  readonly typesOnly: boolean;
}

/** The two tables of docs/architecture.md. */
export interface ArchitectureRules {
  /** Room → what it may import; undefined: everything. */
  readonly rooms: ReadonlyMap<string, readonly Allowed[] | undefined>;
  /** Package, perhaps with a final `*` → where it may be imported. */
  readonly packages: ReadonlyMap<string, readonly Allowed[]>;
}

/** Reads the tables headed `| room | may import |` and `| package | only in |`. */
export function readRules(markdown: string): ArchitectureRules {
  const rooms = rowsUnder(markdown, 'room', 'may import').map(
    ([room, cell]) => [room, cell === 'everything' ? undefined : entriesOf(cell)] as const,
  );
  const packages = rowsUnder(markdown, 'package', 'only in').map(
    ([name, cell]) => [name, entriesOf(cell)] as const,
  );
  return { rooms: new Map(rooms), packages: new Map(packages) };
}

function rowsUnder(markdown: string, left: string, right: string): [string, string][] {
  const lines = markdown.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const head = lines.findIndex((cells) => cells[1] === left && cells[2] === right);
  if (head < 0) throw new Error(`docs/architecture.md has no table headed "| ${left} | ${right} |"`);
  const rows: [string, string][] = [];
  for (const cells of lines.slice(head + 2)) {
    if (cells.length < 4) break;
    rows.push([(cells[1] ?? '').replaceAll('`', ''), cells[2] ?? '']);
  }
  return rows;
}

function entriesOf(cell: string): Allowed[] {
  if (cell === 'nothing') return [];
  return cell.split(/\s*,\s*/).map((entry) => {
    const match = /^`([^`]+)`( \(types\))?$/.exec(entry);
    if (!match) throw new Error(`docs/architecture.md: cannot read the entry "${entry}"`);
    return { place: match[1] ?? '', typesOnly: match[2] !== undefined };
  });
}

/** Every import of a source text: static, `import()`, `require()`, re-exports and `import('…')` types. */
export function importsOf(file: string, text: string): SourceImport[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourceImport[] = [];
  const note = (node: ts.Node, specifier: ts.Node | undefined, typesOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ from: specifier.text, line, typesOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node, node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node)) note(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      note(node, node.argument.literal, true);
    } else if (ts.isExternalModuleReference(node)) note(node, node.expression, false);
    else if (ts.isCallExpression(node) && isLoading(node.expression)) note(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function isLoading(called: ts.Expression): boolean {
  return (
    called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require')
  );
}

/**
 * What in one file goes against the rules: a sentence for each, with place, rule and remedy.
 * @param file path from the root, with slashes: `src/leads/lead.ts`
 */
export function violationsIn(file: string, text: string, rules: ArchitectureRules): string[] {
  const place = file.replace(/^src\//, '');
  const room = roomOf(place);
  if (!rules.rooms.has(room)) {
    return [`${file}: ${room} has no row in docs/architecture.md. Add one that says what it may import.`];
  }
  return importsOf(file, text).flatMap((found) => {
    const fault = found.from.startsWith('.')
      ? ownImportFault(place, room, found, rules)
      : packageFault(place, found, rules);
    return fault ? [`${file}:${found.line} imports "${found.from}". ${fault}`] : [];
  });
}

function ownImportFault(place: string, room: string, found: SourceImport, rules: ArchitectureRules) {
  const target = `${posix.join('src', posix.dirname(place), found.from)}.ts`.replace(/^src\//, '');
  if (roomOf(target) === room) return undefined;
  const allowed = rules.rooms.get(room);
  if (!allowed) return undefined;
  const entries = allowed.filter((entry) => covers(entry, target));
  if (entries.some((entry) => !entry.typesOnly || found.typesOnly)) return undefined;
  if (entries.length > 0) {
    return `Rule: ${room} may import types only from there. Pass the value in as a parameter, or move it to src/shared.`;
  }
  const names = allowed.map((entry) => entry.place).join(', ') || 'nothing';
  return `Rule: ${room} may import ${names}. Move the file, or take what you need as a parameter of a type of your own.`;
}

function packageFault(place: string, found: SourceImport, rules: ArchitectureRules): string | undefined {
  for (const [pattern, homes] of rules.packages) {
    const base = pattern.replace(/\*$/, '');
    const named = pattern.endsWith('*')
      ? found.from.startsWith(base)
      : found.from === base || found.from.startsWith(`${base}/`);
    if (named && !homes.some((home) => covers(home, place))) {
      const names = homes.map((home) => home.place).join(', ');
      return `Rule: only ${names} may import ${pattern}. Move this code there, or let that room offer what you need.`;
    }
  }
  return undefined;
}

/** `http/routes/home.ts` → `http`; `compose.ts` and `../web/texts.ts` are rooms of their own. */
function roomOf(place: string): string {
  return place.split('/')[0] === '..' ? place : (place.split('/')[0] ?? place);
}

function covers(entry: Allowed, target: string): boolean {
  const path = target.replace(/^(?:\.\.\/)+/, '');
  return path === entry.place || path.startsWith(`${entry.place}/`);
}
