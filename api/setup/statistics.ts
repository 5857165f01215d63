/** `GET /api/statistics.pdf?from=…&to=…`: the supervision desk's figures as a document of the house. It streams, so it stands outside the contract. */
import type { Express } from 'express';
import { z } from 'zod';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import type { Services } from '#api/context.ts';
import { invalid, notFound, unavailable } from '#api/errors.ts';
import { viewerOf } from '#api/operations/access.ts';
import { periodOf } from '#api/operations/statistics.ts';
import { answering, signedInUser } from '#api/setup/sessions.ts';
import { statistics } from '#db/queries/statistics.ts';
import { may } from '#domain/access/policy.ts';
import { givenDay } from '#domain/calendar/given-day.ts';
import { court } from '#domain/court/court.ts';

const asked = z.object({ from: givenDay, to: givenDay });
const units = { days: '天', seconds: '秒' } as const;
const figure = (value: number | null): string => (value === null ? '—' : value.toFixed(1));

export function setUpStatistics(app: Express, services: Services): void {
  app.get('/api/statistics.pdf', answering(async (request, response) => {
    const user = signedInUser(response);
    if (!may(viewerOf(user), null, { do: 'see-statistics' }).allowed) throw notFound();
    const period = asked.safeParse(request.query);
    if (!period.success) throw invalid([]);
    const { python } = services.environment.record;
    if (python === undefined) throw unavailable({ zh: '本机不能生成 PDF，请联系运维人员。', en: 'No PDF can be made on this machine: ask the operations staff.' });
    const { from, to } = period.data;
    const during = await periodOf(services, period.data);
    const tables = (await statistics(services.sql, during)).map(({ title, articles, unit, rows }) => ({
      title: title.zh, basis: articles.length === 0 ? null : articles.join('、'), unit: unit && units[unit],
      rows: rows.map(({ label, count, cases, average, longest }) => ({ label: label.zh, count, cases, average: figure(average), longest: figure(longest) })),
    }));
    const { pdf } = await weasyprintRenderer(python).render({ template: 'statistics', data: { court: court.name, title: '审判管理统计表', caseNumber: `${from} 至 ${to}`, causeOfAction: '', tables, madeBy: user.name, madeAt: during.now } });
    response.set({ 'content-type': 'application/pdf', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`审判管理统计表-${from}-${to}.pdf`)}`, 'cache-control': 'no-store' });
    response.send(Buffer.from(pdf));
  }));
}
