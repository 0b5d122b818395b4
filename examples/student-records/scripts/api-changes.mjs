// Lists what in a new OpenAPI document breaks clients of an old one: api-changes.mjs old.json new.json
// A request may become easier to make and an answer richer, never the other way round. A new major version may do anything.
import { readFileSync } from 'node:fs';

const [before, after] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const breaks = [];

function resolve(document, node) {
  let found = node;
  while (found?.$ref) {
    found = found.$ref
      .slice(2)
      .split('/')
      .reduce((at, step) => at?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  }
  return found;
}

const listed = (value) => (value === undefined ? [] : [value].flat());
const missing = (from, those) => listed(those).filter((value) => !listed(from).includes(value));

/** A schema whose values come from clients (request) or go to them. */
function compareSchemas(where, oldNode, newNode, request, above = []) {
  const key = `${oldNode?.$ref}`;
  if (oldNode?.$ref && above.includes(key)) {
    return;
  }
  const past = resolve(before, oldNode) ?? {};
  const now = resolve(after, newNode) ?? {};
  const [narrow, wide] = request ? [past, now] : [now, past];
  const seen = [...above, key];

  if (wide.type !== undefined && missing(wide.type, narrow.type).length > 0) {
    breaks.push(`${where}: type was ${listed(past.type)}, is ${listed(now.type)}`);
  }
  if (wide.enum && (!narrow.enum || missing(wide.enum, narrow.enum).length > 0)) {
    breaks.push(`${where}: values were ${listed(past.enum)}, are ${listed(now.enum)}`);
  }
  for (const [bound, sign] of [['maxLength', 1], ['maximum', 1], ['maxItems', 1], ['minLength', -1], ['minimum', -1]]) {
    if (wide[bound] !== undefined && (narrow[bound] === undefined || sign * narrow[bound] > sign * wide[bound])) {
      breaks.push(`${where}: ${bound} was ${past[bound]}, is ${now[bound]}`);
    }
  }
  for (const keyword of ['pattern', 'format']) {
    if (wide[keyword] !== undefined && wide[keyword] !== narrow[keyword]) {
      breaks.push(`${where}: ${keyword} was ${past[keyword]}, is ${now[keyword]}`);
    }
  }
  for (const name of missing(narrow.required, wide.required)) {
    breaks.push(`${where}: ${name} ${request ? 'has become required' : 'is no longer always there'}`);
  }
  for (const name of missing(Object.keys(now.properties ?? {}), Object.keys(past.properties ?? {}))) {
    breaks.push(`${where}: ${name} is gone`);
  }
  for (const [name, property] of Object.entries(past.properties ?? {})) {
    if (now.properties?.[name]) {
      compareSchemas(`${where}.${name}`, property, now.properties[name], request, seen);
    }
  }
  if (past.items && now.items) {
    compareSchemas(`${where}[]`, past.items, now.items, request, seen);
  }
}

function compareContent(where, oldNode, newNode, request) {
  const past = resolve(before, oldNode)?.content ?? {};
  const now = resolve(after, newNode)?.content ?? {};
  for (const [type, media] of Object.entries(past)) {
    if (now[type]) {
      compareSchemas(where, media.schema, now[type].schema, request);
    } else {
      breaks.push(`${where}: ${type} is gone`);
    }
  }
}

function parameters(document, path, operation) {
  const all = [...(path.parameters ?? []), ...(operation.parameters ?? [])].map((node) => resolve(document, node));
  return new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
}

function compareOperations(where, oldPath, newPath, method) {
  const [past, now] = [oldPath[method], newPath[method]];
  const [had, has] = [parameters(before, oldPath, past), parameters(after, newPath, now)];
  for (const [name, parameter] of had) {
    if (has.has(name)) {
      compareSchemas(`${where} ${name}`, parameter.schema, has.get(name).schema, true);
    } else {
      breaks.push(`${where}: ${name} is gone`);
    }
  }
  for (const [name, parameter] of has) {
    if (parameter.required && !had.get(name)?.required) {
      breaks.push(`${where}: ${name} has become required`);
    }
  }
  compareContent(`${where} request`, past.requestBody, now.requestBody, true);
  for (const [status, response] of Object.entries(past.responses ?? {})) {
    if (now.responses?.[status]) {
      compareContent(`${where} ${status}`, response, now.responses[status], false);
    } else if (status < '300') {
      breaks.push(`${where}: status ${status} is gone`);
    }
  }
}

const major = (document) => document.info.version.split('.')[0];
if (major(before) !== major(after)) {
  console.log(`Version ${before.info.version} has become ${after.info.version}: anything may change.`);
  process.exit(0);
}
for (const [path, past] of Object.entries(before.paths ?? {})) {
  for (const method of METHODS.filter((name) => past[name])) {
    const where = `${method.toUpperCase()} ${path}`;
    if (after.paths?.[path]?.[method]) {
      compareOperations(where, past, after.paths[path], method);
    } else {
      breaks.push(`${where} is gone`);
    }
  }
}
for (const line of new Set(breaks)) {
  console.error(line);
}
console.log(breaks.length === 0 ? 'No change breaks a client.' : 'These changes break clients. Add beside the old, or make a new major version.');
process.exitCode = breaks.length === 0 ? 0 : 1;
