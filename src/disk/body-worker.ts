import { parentPort, workerData } from 'node:worker_threads';
import type { Surroundings } from '#garden/outputs/body-context.ts';
import { doBodyJob, type BodyJob } from './body-job.ts';

// A worker thread of `bodyPool`: the surroundings come once, then jobs in batches.
const surroundings = workerData as Surroundings | undefined;
parentPort?.on('message', (jobs: readonly BodyJob[]) => parentPort?.postMessage(jobs.map((job) => doBodyJob(job, surroundings))));
