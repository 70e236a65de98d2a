import { schedule } from 'node-cron';

/** Calls `beat` once at the start of every minute, in UTC. Gives the way to stop it. */
export function startHeartbeat(beat: () => void): () => Promise<void> {
  const task = schedule('* * * * *', beat, { timezone: 'Etc/UTC', name: 'heartbeat' });
  return async () => {
    await task.destroy();
  };
}
