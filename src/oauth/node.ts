import type { AddressInfo } from 'node:net';
import { serve } from './serve.ts';

const { PORT = '8787', BIND_HOST = '127.0.0.1' } = process.env;
const server = serve(process.env).listen(Number(PORT), BIND_HOST, () => console.log(`The sign-in listens on http://${BIND_HOST}:${(server.address() as AddressInfo).port}.`));
