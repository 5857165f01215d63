/** The pages: built files, and the same page for every path that is one of its own. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { notFound } from '#api/errors.ts';

/** @param folder web/dist. */
export function setUpWeb(app: Express, folder: string): void {
  const assets = path.join(folder, 'assets');
  // Names of built files change with their content.
  app.use('/assets', smallest(assets), express.static(assets, { immutable: true, maxAge: '1y', index: false, fallthrough: false }));
  app.get(/^\/(?!api\/|media\/|assets\/)/, page(folder), smallest(folder), express.static(folder, { index: false, setHeaders: (response) => { response.setHeader('cache-control', 'no-cache'); } }));
}

/** A path that is no file is one of the page's own. */
const page = (folder: string): RequestHandler => (request, _response, next) => {
  if (fileName.test(request.path) && existsSync(path.join(folder, request.path))) return next();
  if (!existsSync(path.join(folder, 'index.html'))) throw notFound({ zh: '页面尚未构建：npx vite build -c web/vite.config.ts', en: 'The pages are not built yet: npx vite build -c web/vite.config.ts' });
  request.url = '/index.html';
  next();
};

/** Built files lie flat in their folder. */
const fileName = /^\/[\w-][\w.-]*$/;

/** The copies that the build made beside a file, the smallest first; nothing is compressed here. */
const copies = [['br', '.br'], ['gzip', '.gz']] as const;

function smallest(folder: string): RequestHandler {
  return (request, response, next) => {
    if (!fileName.test(request.path)) return next();
    response.vary('Accept-Encoding');
    const copy = copies.find(([encoding, suffix]) => request.acceptsEncodings(encoding) && existsSync(path.join(folder, `${request.path}${suffix}`)));
    if (copy) {
      const [encoding, suffix] = copy;
      response.type(path.extname(request.path)).setHeader('content-encoding', encoding);
      request.url = `${request.path}${suffix}`;
    }
    next();
  };
}
