/** The pages: built files, and the same page for every path that is one of its own. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Express } from 'express';
import { notFound } from '#api/errors.ts';
import { answering } from '#api/setup/sessions.ts';

/** @param folder web/dist. */
export function setUpWeb(app: Express, folder: string): void {
  // Names of built files change with their content.
  app.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }));
  app.use(express.static(folder, { index: false, setHeaders: (response) => { response.setHeader('cache-control', 'no-cache'); } }));
  app.get(/^\/(?!api\/|media\/|assets\/)/, answering((_request, response) => {
    const page = path.join(folder, 'index.html');
    if (!existsSync(page)) throw notFound({ zh: '页面尚未构建：npx vite build -c web/vite.config.ts', en: 'The pages are not built yet: npx vite build -c web/vite.config.ts' });
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(page);
  }));
}
