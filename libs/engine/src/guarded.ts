import { ProjectaError } from '@projecta/errors';

/**
 * Runs a plug-in's own code: what it throws gets the plug-in's name; our own coded errors pass.
 * @throws ProjectaError STRATEGY_ERROR
 */
export function guarded<T>(who: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProjectaError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProjectaError('STRATEGY_ERROR', `The ${who} threw: ${reason}`, [], { cause: error });
  }
}
