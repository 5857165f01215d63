/// <reference types="vite/client" />

declare module 'virtual:contract-routes' {
  import type { contract } from '#api/contract/contract.ts';
  const routes: typeof contract;
  export default routes;
}
