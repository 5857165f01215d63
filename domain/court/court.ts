/**
 * Which court this is: its name, the code of its case numbers, whom to call. Another court changes this file.
 * The code is that of the basic court in Hebi whose intermediate court wrote G.
 */
export const court = {
  name: '鹤壁市淇滨区人民法院',
  /** The court's code in case numbers: （2026）豫0611民初123号. */
  code: '豫0611',
  contact: '0392-0000000',
} as const;

/** 庭室: which division hears which type of case. */
export const divisions = { civil: '民事审判第一庭', administrative: '行政审判庭', criminal: '刑事审判庭' } as const;

/** Who reviews filings belongs to this one; a case belongs to it until it is accepted. */
export const filingDivision = '立案庭';

/** The type words of case numbers, by instance. */
export const typeWordsOf = {
  first: { civil: '民初', administrative: '行初', criminal: '刑初' },
  second: { civil: '民终', administrative: '行终', criminal: '刑终' },
} as const;

/**
 * What the court takes. A basic court hears no appeals and says ['first'] here; the demonstration court takes both, so
 * that both can be seen.
 */
export const instancesHeard: readonly ('first' | 'second')[] = ['first', 'second'];

/** REG-7 and ONL-9 leave the period for corrections to the court; these are this court's bounds, in days. */
export const correctionDays = { fewest: 3, usual: 7, most: 15 } as const;

/** （2026）豫0611民初123号, with full-width brackets as courts write them. */
export const caseNumberOf = (year: number, typeWord: string, number: number): string => `（${year}）${court.code}${typeWord}${number}号`;
