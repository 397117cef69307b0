import type { ResolveHook } from 'node:module';

/**
 * A module hook: a plug-in file that lies outside any project still finds `@projecta/…`, namely the packages of this program.
 * What the file's own project has installed comes first.
 */
export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    if (!specifier.startsWith('@projecta/')) throw error;
    return nextResolve(specifier, { ...context, parentURL: import.meta.url });
  }
};
