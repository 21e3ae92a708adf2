/** Which modules a page can't be shown without: what the build asks when it decides what goes into one file. */
import type { Rolldown } from 'vite';

/** What the bundler tells of its modules. */
type Graph = Rolldown.ChunkingContext;

/** A file and all that it imports, and what that imports; not what is imported when it is first needed. */
function reachedFrom(file: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([file]);
  // A set is walked to what is added meanwhile.
  for (const id of reached)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  return reached;
}

/** Whether one of these files, by whole paths, needs a module; each file is looked through once. */
export function createReach(): (id: string, files: readonly string[], graph: Graph) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return (id, files, graph) =>
    files.some((file) => {
      const reached = known.get(file) ?? reachedFrom(file, graph);
      known.set(file, reached);
      return reached.has(id);
    });
}
