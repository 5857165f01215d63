/** What was filed, beside its text: the kind of case, materials by category, and the versions for who may compare them. */
import type { FiledMaterial, FilingContent, FilingParticulars } from '#db/schema/cases.ts';
import type { Reader } from '#db/queries/task-row.ts';

export interface FilingRecord {
  particulars: FilingParticulars;
  version: number;
  materials: (FiledMaterial & { name: string; mediaType: string; bytes: number })[];
  versions: { version: number; at: string; changed: string[]; content: FilingContent }[];
}

export const selectFiling = (sql: Reader, caseId: string) => sql<FilingRecord[]>`
  select f.particulars, f.version,
    coalesce((
      select jsonb_agg(jsonb_build_object('fileId', x.id, 'category', m.value ->> 'category', 'name', x.name, 'mediaType', x.media_type, 'bytes', x.bytes) order by m.ordinality)
      from jsonb_array_elements(f.materials) with ordinality m join files x on x.id = (m.value ->> 'fileId')::uuid), '[]') as materials,
    coalesce((
      select jsonb_agg(jsonb_build_object('version', v.version, 'at', v.at, 'changed', v.changed, 'content', v.content) order by v.version)
      from filing_versions v where v.case_id = f.case_id and v.version <= f.version), '[]') as versions
  from filings f where f.case_id = ${caseId}`;

/** @param compares may the reader see the versions before: who filed, and the court. */
export function filingFrom(record: FilingRecord | undefined, compares: boolean) {
  const { particulars = {}, version = 1, materials = [], versions = [] } = record ?? {};
  const { caseType = 'civil', instance = 'first', prosecutionGround = null, prosecution, appeal } = particulars;
  return {
    caseType, instance,
    filing: {
      version, materials, prosecutionGround, prosecution: prosecution ? { ...prosecution, place: prosecution.place ?? null } : null,
      appeal: appeal ? { ...appeal, lateBecause: appeal.lateBecause ?? null } : null,
      versions: compares ? versions.map(({ content, at, ...one }) => ({ ...one, at: new Date(at).toISOString(), ...content })) : [],
    },
  };
}
