/** `GET /healthz`: 200 while this process can answer people, 503 while it cannot reach the database. */
import type { Express } from 'express';
import type { Services } from '#api/context.ts';

export function setUpHealth(app: Express, { sql }: Pick<Services, 'sql'>): void {
  app.get('/healthz', (_request, response) => {
    const late = new Promise<never>((_resolve, reject) => { setTimeout(() => reject(new Error('late')), 2_000).unref(); });
    Promise.race([sql`select 1`, late]).then(
      () => response.json({ healthy: true }),
      () => response.status(503).json({ healthy: false, part: 'database' }),
    );
  });
}
