import { readFileSync } from 'node:fs';
import { bodyId } from '../body-id.ts';
import type { ReferenceSet, Row } from '../set.ts';
import { readName } from './names.ts';

/** place, heading, heading in English, digest in our own words, the same in English, duties that it gives */
type Clause = [string, string, string, string, string, Duty?];
interface Duty {
  matter?: string;
  /** Names exactly as the clause has them, in its order. */
  lead: string[];
  support?: string[];
}
interface PolicyFile {
  id: string;
  number: string | null;
  title: string;
  titleEn: string;
  issuer: string;
  issuerDivision: string | null;
  division: string | null;
  issuedOn: string | null;
  weight: string;
  status: string;
  statusNote: string;
  statusNoteEn: string;
  /** The day on which the status was looked up. */
  statusOn: string;
  clauses: Clause[];
}

const FILES = [
  'gf-2016-76',
  'su-2023-55',
  'ning-2018-96',
  'xi-2023-4',
  'yancheng-draft',
  'sme-payment',
  'business-environment',
];

const read = (): PolicyFile[] =>
  FILES.map((name) => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')));

function duties(files: PolicyFile[]): { rows: Row[]; parts: Row[] } {
  const rows: Row[] = [];
  const parts: Row[] = [];
  for (const file of files) {
    for (const [place, heading, , , , duty] of file.clauses) {
      if (!duty || !file.division) continue;
      const id = `${file.id}/${place}`;
      rows.push({
        id,
        matter: duty.matter ?? null,
        topic: heading,
        division: file.division,
        document_id: file.id,
        clause_id: id,
      });
      const named = [
        ...duty.lead.map((name) => ({ name, part: 'lead' })),
        ...(duty.support ?? []).map((name) => ({ name, part: 'supporting' })),
      ];
      for (const [i, { name, part }] of named.entries()) {
        const { role, bodyId: body } = readName(name, file.division);
        parts.push({ responsibility_id: id, position: i + 1, part, named: name, role, body_id: body });
      }
    }
  }
  return { rows, parts };
}

const documentRow = (f: PolicyFile): Row => ({
  id: f.id,
  number: f.number,
  title: f.title,
  title_en: f.titleEn,
  issuer: f.issuer,
  issuer_body: f.issuerDivision && f.issuer.endsWith('人民政府') ? bodyId(f.issuer, f.issuerDivision) : null,
  division: f.division,
  issued_on: f.issuedOn,
  weight: f.weight,
  status: f.status,
  status_note: f.statusNote,
  status_note_en: f.statusNoteEn,
  status_on: f.statusOn,
});

const clauseRows = (f: PolicyFile): Row[] =>
  f.clauses.map(([place, heading, headingEn, digest, digestEn], i) => ({
    id: `${f.id}/${place}`,
    document_id: f.id,
    position: i + 1,
    place,
    heading,
    heading_en: headingEn,
    digest,
    digest_en: digestEn,
  }));

/** The five seeds and two regulations that they lean on, clause by clause, and the duties that they give. */
export const policies: ReferenceSet = {
  name: 'policies',
  tables: () => {
    const files = read();
    const { rows, parts } = duties(files);
    const documents = files.map(documentRow);
    const clauses = files.flatMap(clauseRows);
    return [
      { table: 'policy_document', key: ['id'], columns: Object.keys(documents[0]!), hashed: true, rows: documents },
      { table: 'policy_clause', key: ['id'], columns: Object.keys(clauses[0]!), hashed: true, rows: clauses },
      { table: 'responsibility', key: ['id'], columns: Object.keys(rows[0]!), hashed: true, rows },
      {
        table: 'responsibility_body',
        key: ['responsibility_id', 'position'],
        columns: Object.keys(parts[0]!),
        hashed: false,
        owner: { table: 'responsibility', column: 'responsibility_id', key: 'id' },
        rows: parts,
      },
    ];
  },
};
