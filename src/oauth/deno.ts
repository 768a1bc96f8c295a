import { oauth } from './oauth.ts';

declare const Deno: { readonly env: { toObject(): Record<string, string> }; serve(handler: (request: Request) => Promise<Response>): unknown };

Deno.serve((request) => oauth(request, Deno.env.toObject()));
