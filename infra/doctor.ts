// `npx kaiting doctor`: every part, where it was found, its version, and what to type where it is not well.
import { house, runsElsewhere } from './parts/house.ts';
import type { Part } from './parts/part.ts';

interface Row {
  name: string;
  where: string;
  state: string;
  advice?: string;
}

/** Prints the table; resolves to true when everything that running Kaiting needs is well. */
export async function doctor(print: (line: string) => void): Promise<boolean> {
  const rows = await Promise.all(house.map(examine));
  const widths = { name: longest(rows, (row) => row.name), where: longest(rows, (row) => row.where) };
  for (const row of rows) {
    print(`${row.advice ? '✗' : '✓'} ${row.name.padEnd(widths.name)}  ${row.where.padEnd(widths.where)}  ${row.state}`);
    if (row.advice) print(`    ${row.advice}`);
  }
  return house.every((part, index) => part.neededFor === 'tests' || !rows[index]?.advice);
}

async function examine(part: Part): Promise<Row> {
  const row = { name: part.name, where: '-' };
  if (runsElsewhere(part)) return { ...row, where: 'elsewhere', state: 'as the setting says' };
  try {
    const found = await part.find();
    if (!found) return { ...row, state: `not there (${part.purpose}); \`npm ${part.neededFor === 'tests' ? 'test' : 'start'}\` installs it where it can`, advice: part.advice };
    row.where = `${found.path} (${found.from})`;
    return { ...row, state: await part.healthy(found) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { ...row, state: `not well: ${reason}`, advice: part.advice };
  }
}

function longest(rows: Row[], text: (row: Row) => string): number {
  return Math.max(...rows.map((row) => text(row).length));
}
