/** Device tests of participants (G2). */
import type { Sql } from '#db/connect.ts';

