/**
 * Makes knowledge/territoire/communes.csv: every commune of France with its postcodes, its intercommunality when that is listed in
 * knowledge/territoire/intercommunalites.yml, and the names of communes that were merged into it. To be run after that list or the package
 * with the administrative division (a new edition each year) has changed: `node scripts/buildCommunes.js [knowledge folder]`.
 */
const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('yaml');

const source = '@etalab/decoupage-administratif';
const places = require(`${source}/data/communes.json`);
const groups = require(`${source}/data/epci.json`);
const { version } = require(`${source}/package.json`);

const folder = path.resolve(process.argv[2] ?? path.join(__dirname, '..', 'knowledge'), 'territoire');
const listed = parse(fs.readFileSync(path.join(folder, 'intercommunalites.yml'), 'utf8')).intercommunalites;

const groupOf = new Map();
for (const { siren, nom } of listed) {
  const group = groups.find(({ code }) => code === siren);
  if (!group)
    throw new Error(
      `intercommunalites.yml: ${source} ${version} knows no intercommunality ${siren} (${nom}); correct the number`,
    );
  for (const { code } of group.membres) groupOf.set(code, nom);
}

const formerNames = new Map();
for (const { type, nom, chefLieu, commune } of places) {
  if (type === 'commune-actuelle') continue;
  const current = type === 'arrondissement-municipal' ? commune : chefLieu;
  formerNames.set(current, [...(formerNames.get(current) ?? []), nom]);
}

const rows = places
  .filter(({ type }) => type === 'commune-actuelle')
  // The largest first: where only a few can be offered, these are the likelier ones.
  .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.code.localeCompare(b.code))
  .map(({ code, nom, codesPostaux }) =>
    [
      code,
      nom,
      (codesPostaux ?? []).join(' '),
      groupOf.get(code) ?? '',
      (formerNames.get(code) ?? []).filter((name) => name !== nom).join('|'),
    ].join(';'),
  );
const head = `# Made by scripts/buildCommunes.js from ${source} ${version} (MIT; INSEE, La Poste) and intercommunalites.yml; not to be edited. Largest commune first.`;
const columns = 'code;nom;codes_postaux;intercommunalite;anciens_noms';
fs.writeFileSync(path.join(folder, 'communes.csv'), `${[head, columns, ...rows].join('\n')}\n`);
console.log(
  `communes.csv: ${rows.length} communes, ${groupOf.size} of them in ${listed.length} intercommunalities`,
);
