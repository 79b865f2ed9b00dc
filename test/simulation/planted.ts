/** Every planted bug is found within so many seeds, or what finds nothing is not to be trusted. */
import { bugs } from './bugs.ts';
import { runWorker } from './workers.ts';

const most = 400;
const atOnce = 2;

export async function findPlanted(count: (isKept: boolean, line: string) => void): Promise<void> {
  const rest = [...bugs];
  const work = async (): Promise<void> => {
    for (let bug = rest.shift(); bug !== undefined; bug = rest.shift()) {
      const { passed, broken } = await runWorker(1, most, bug.name);
      const [found] = broken;
      const seeds = passed + 1;
      const how =
        found === undefined
          ? `not found in ${most} seeds`
          : `found in ${seeds}: ${found.blames[0]?.split('\n')[0]?.slice(0, 120)}`;
      count(found !== undefined, `planted bug '${bug.name}' ${how}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
