/// <reference types="vite/client" />

declare module 'virtual:contract-routes' {
  import type { contract } from '#api/contract/contract.ts';
  const routes: typeof contract;
  export default routes;
}

// antd's locale files carry CommonJS types, which hides that the bundler takes their default export.
declare module 'antd/es/locale/zh_CN.js' {
  const locale: import('antd').ConfigProviderProps['locale'];
  export default locale;
}
declare module 'antd/es/locale/en_GB.js' {
  const locale: import('antd').ConfigProviderProps['locale'];
  export default locale;
}

declare module 'virtual:task-words' {
  import type { TaskKind } from '#domain/tasks/task-kind.ts';
  import type { TaskKindName } from '#domain/tasks/catalogue.ts';
  const words: Record<TaskKindName, Pick<TaskKind, 'title' | 'why' | 'ifNobodyActs' | 'page'>>;
  export default words;
}
