/**
 * A connection between a page and a node. In each direction everything arrives in order, and late; when the line is cut,
 * the end of what was under way is lost, and either side hears of it in its own time.
 */
import type { RequestName } from '../../shared/protocol/request.ts';
import type { ServerToClient } from '../../shared/protocol/answer.ts';
import type { Millis } from '../../shared/time.ts';
import type { ServerNode } from './node.ts';
import type { World } from './world.ts';

export interface FromPage {
  readonly n: number;
  readonly name: RequestName;
  /** JSON. */
  readonly text: string;
}

/** `seat`: who asked, as the node knows it; the page cannot see that. */
export type FromServer =
  | {
      readonly type: 'answer';
      readonly n: number;
      readonly name: RequestName;
      readonly seat: string | null;
      readonly text: string;
    }
  | { readonly type: 'told'; readonly name: keyof ServerToClient; readonly text: string | null };

export interface ServerEnd {
  readonly say: (message: FromServer) => void;
  readonly hangUp: () => void;
  /** The process that had it is dead: only the page hears of it. */
  readonly lose: () => void;
}

export interface PageEnd {
  readonly ask: (message: FromPage) => void;
  readonly hangUp: () => void;
  /** The network breaks it. */
  readonly cut: () => void;
}

export interface PageSide {
  readonly opened: (line: PageEnd) => void;
  readonly heard: (message: FromServer) => void;
  /** Also where no line came about. */
  readonly ended: () => void;
}

interface Pipe<Message> {
  readonly push: (message: Message) => void;
  /** Loses the end of what is under way, and takes nothing more. */
  readonly break: () => void;
  /** Says that it is over after all that was pushed. */
  readonly end: () => void;
}

function openPipe<Message>(
  { now, dice }: World,
  after: World['after'],
  lag: () => Millis,
  { take, over }: { readonly take: (message: Message) => void; readonly over: () => void },
): Pipe<Message> {
  const queue: (Message | null)[] = [];
  let last = 0;
  let isShut = false;
  const put = (message: Message | null): void => {
    if (isShut) return;
    queue.push(message);
    last = Math.max(last, now() + lag());
    after(last - now(), () => {
      const next = queue.shift();
      if (next === null) over();
      else if (next !== undefined) take(next);
    });
  };
  return {
    push: put,
    break() {
      isShut = true;
      queue.length = dice.below(queue.length + 1);
    },
    end() {
      put(null);
      isShut = true;
    },
  };
}

export interface Network {
  lag: () => Millis;
}

function once(call: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    call();
  };
}

/** Milliseconds. */
const connectTimeout = 20_000;

/** Connects a page to `node`. */
export function openLine(world: World, network: Network, node: ServerNode, page: PageSide): void {
  let isOpen = false;
  const pageEnded = once(() => page.ended());
  const open = (): void => {
    if (node.isShut()) return void world.after(network.lag(), pageEnded);
    const serverEnded = once(() => side.ended());
    const down = openPipe<FromServer>(world, world.after, network.lag, { take: page.heard, over: pageEnded });
    const up = openPipe<FromPage>(world, node.after, network.lag, {
      take: (message) => side.hear(message),
      over: serverEnded,
    });
    const side = node.welcome({
      say: down.push,
      hangUp() {
        serverEnded();
        down.end();
      },
      lose: () => down.end(),
    });
    const line: PageEnd = {
      ask: up.push,
      hangUp() {
        up.end();
        down.break();
      },
      cut() {
        up.break();
        down.break();
        // A ping shows it after some seconds at the latest.
        node.after(world.some(1, 4500), serverEnded);
        world.after(world.some(1, 4500), pageEnded);
      },
    };
    world.after(network.lag(), () => {
      isOpen = true;
      page.opened(line);
    });
  };
  node.after(network.lag(), open);
  // Where the node is dead or stands still, nobody answers: a page gives up then, as Socket.IO does.
  world.after(connectTimeout, () => {
    if (!isOpen) pageEnded();
  });
}
