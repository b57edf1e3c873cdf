import { createTurnQueue } from '../../src/bot/turnQueue';

/** A turn that ends when it is told to. */
function heldTurn() {
  let end: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  return {
    run: () => held,
    end: () => {
      end();
    },
  };
}

describe('the turn queue', () => {
  it('runs the turns of one conversation one at a time, in order', async () => {
    const queue = createTurnQueue();
    const seen: string[] = [];
    const first = heldTurn();
    const turns = [
      queue.run('a', async () => {
        seen.push('first begins');
        await first.run();
        seen.push('first ends');
      }),
      queue.run('a', async () => void seen.push('second')),
      queue.run('b', async () => {
        seen.push('other conversation');
        first.end();
      }),
    ];
    await Promise.all(turns);
    expect(seen).toEqual(['first begins', 'other conversation', 'first ends', 'second']);
  });

  it('goes on after a turn that failed and tells only that turn’s caller', async () => {
    const queue = createTurnQueue();
    const failing = queue.run('a', async () => {
      throw new Error('broken');
    });
    const next = queue.run('a', async () => 'fine');
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('fine');
    expect(queue.pending()).toBe(0);
  });

  it('never runs a turn before the caller has its promise', () => {
    const queue = createTurnQueue();
    let ran = false;
    const turn = queue.run('a', async () => {
      ran = true;
    });
    expect(ran).toBe(false);
    return turn;
  });

  it.each([
    ['of one conversation', { perConversation: 1 }, 'a'],
    ['altogether', { total: 1 }, 'b'],
  ])('refuses at once when too many turns %s wait', async (_name, limits, second) => {
    const queue = createTurnQueue(limits);
    const held = heldTurn();
    const first = queue.run('a', held.run);
    expect(() => queue.run(second, async () => undefined)).toThrow('TURN_QUEUE_FULL');
    held.end();
    await first;
    await expect(queue.run(second, async () => 'again')).resolves.toBe('again');
  });

  it('ends the accepted turns and refuses new ones when it stops', async () => {
    const queue = createTurnQueue();
    const held = heldTurn();
    const seen: string[] = [];
    const running = queue.run('a', async () => {
      await held.run();
      seen.push('turn');
    });
    const stopped = queue.stop().then(() => seen.push('stopped'));
    expect(() => queue.run('b', async () => undefined)).toThrow('SERVICE_STOPPING');
    held.end();
    await Promise.all([running, stopped]);
    expect(seen).toEqual(['turn', 'stopped']);
  });
});
