// Runs scripts/<name>.ts. It is plain JavaScript so that an old Node can still say what is wrong.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(`Kanopi needs Node 24 or newer; this is ${process.versions.node}. On Linux and Windows "npm ci" brings it. On macOS install Node 24 and run the command again.`);
  process.exit(2);
}
const [name] = process.argv.splice(2, 1);
await import(new URL(`./${name}.ts`, import.meta.url).href);
