/** Days and moments as people give them: in years that the working calendar knows, so that every rule can reckon with them. */
import { z } from 'zod';

/** The calendar knows 2004 to 2099; a week begins in the year before, a period ends in the year after. */
const [firstYear, lastYear] = [2005, 2098];
const isReckoned = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  return year >= firstYear && year <= lastYear;
};

/** 'YYYY-MM-DD' in Shanghai. */
export const givenDay = z.iso.date().refine(isReckoned);
/** ISO 8601 with its offset. */
export const givenMoment = z.iso.datetime({ offset: true }).refine(isReckoned);
