/** Checks Node, installs the npm packages when they are not the lock file's, and lets TypeScript run from here on. */
export function prepare(): Promise<void>;
/** True when the folder's node_modules holds what its lock file says. */
export function nodePackagesFit(folder: string): boolean;
