/** Uploads and downloads; they stream, so they stand outside the contract's operations. */
import type { Express } from 'express';
import type { Access, Services } from '#api/context.ts';
import { sendFile } from '#api/files/download.ts';
import { receiveUpload } from '#api/files/upload.ts';
import { answering, signedInUser } from '#api/setup/sessions.ts';

export function setUpFiles(app: Express, { db, sql, storage }: Services, access: Access, largestUploadBytes?: number): void {
  app.post('/api/files', answering(async (request, response) => {
    const uploaded = await receiveUpload(request, signedInUser(response), { db, storage, access, largestBytes: largestUploadBytes });
    response.status(200).json(uploaded);
  }));
  app.get('/api/files/:fileId', answering((request, response) => sendFile(request, response, signedInUser(response), { db, sql, storage, access })));
}
