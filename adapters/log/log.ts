/**
 * The log of a process: one JSON object a line, without personal data. Names never belong in a log message; what libraries put
 * into their messages is swept of what can be known by its shape: phone numbers and identity numbers.
 */
import pino, { type DestinationStream, type Logger } from 'pino';

/** 11 digits of a mobile phone, 18 of an identity card; not inside longer rows of digits or letters (ids, hashes). */
const phone = /(?<![\w-])1[3-9]\d{9}(?![\w-])/g;
const identityNumber = /(?<![\w-])[1-9]\d{16}[\dXx](?![\w-])/g;

/** @param text a whole line of the log */
export const withoutNumbers = (text: string): string => text.replace(identityNumber, '[identity number]').replace(phone, '[phone]');

/** @param to where lines go; standard output unless told */
export function createProcessLog(process: string, to?: DestinationStream): Logger {
  const options = { base: { process }, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: withoutNumbers } };
  return to ? pino(options, to) : pino(options);
}
