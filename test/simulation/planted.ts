/** Every planted bug is found within so many seeds, or what finds nothing is not to be trusted. */
import { bugs } from './bugs.ts';
import { runWorker } from './workers.ts';

const most = 400;
const atOnce = 2;

export async function findPlanted(count: (isKept: boolean, line: string) => void): Promise<void> {
  const rest = [...bugs];
  const work = async (): Promise<void> => {
    for (let bug = rest.shift(); bug !== undefined; bug = rest.shift()) {
      try {
        const { passed, broken } = await runWorker(1, most, bug.name);
        const why = broken[0]?.blames[0]?.split('\n')[0]?.slice(0, 120) ?? null;
        const how = why === null ? `is not found in ${most} seeds` : `is found in ${passed + 1}: ${why}`;
        count(why !== null, `planted bug '${bug.name}' ${how}`);
      } catch (error) {
        count(false, `planted bug '${bug.name}' does not run: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
