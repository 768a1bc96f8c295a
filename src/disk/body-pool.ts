import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Surroundings } from '#garden/outputs/body-context.ts';
import { doBodyJob, type BodyJob, type BodyResult } from './body-job.ts';
import { PROJECT } from './content-folder.ts';

/** Below this a worker costs more to start than it saves (about 4 ms a body, 300 ms a worker). */
const WORTH_WORKERS = 250;
const BATCH = 25;

/** Does all jobs, on every core when there are many. Results come in any order. */
export async function bodyPool(jobs: readonly BodyJob[], surroundings: Surroundings | undefined): Promise<BodyResult[]> {
  const workers = Math.min(availableParallelism(), 8);
  if (jobs.length < WORTH_WORKERS || workers < 2) return jobs.map((job) => doBodyJob(job, surroundings));
  const batches = Array.from({ length: Math.ceil(jobs.length / BATCH) }, (_, index) => jobs.slice(index * BATCH, (index + 1) * BATCH));
  const results = await Promise.all(Array.from({ length: workers }, () => runWorker(batches, surroundings)));
  return results.flat();
}

function runWorker(batches: BodyJob[][], surroundings: Surroundings | undefined): Promise<BodyResult[]> {
  return new Promise((resolve, reject) => {
    const done: BodyResult[] = [];
    const worker = new Worker(path.join(PROJECT, 'src/disk/body-worker.ts'), { workerData: surroundings });
    const next = () => {
      const batch = batches.pop();
      if (batch) worker.postMessage(batch);
      else void worker.terminate().then(() => resolve(done), reject);
    };
    worker.once('error', reject);
    worker.on('message', (results: BodyResult[]) => {
      done.push(...results);
      next();
    });
    next();
  });
}
