[#import "/lib/fields.txt.ftl" as fields]
[#assign pages = practices["pagination"]?? || practices["sorting"]?? || practices["filtering"]??]
[#assign changes = practices["conditional-requests"]?? || practices["idempotency-keys"]??]
[#macro operation method path says scope]
<li><span class="method [=method?lower_case]">[=method]</span> <code>[=path]</code> <span class="what">[=says]</span>[@practice id="operation-scopes"] <span class="scope">[=scope]</span>[/@practice]</li>
[/#macro]
[#function optional field]
[#return !field.required || field.default??]
[/#function]
[#function type field]
[#if field.type == "enum"][#return "string, enum"][/#if]
[#if field.types.openapiFormat?has_content && field.types.openapi == "string"][#return field.types.openapi + ", " + field.types.openapiFormat][/#if]
[#return field.types.openapi]
[/#function]
[#function lists resource field]
[#local ways = []]
[#if practices["sorting"]?? && fields.sortable(resource)?filter(other -> other.json == field.json)?size > 0][#local ways += ["sort"]][/#if]
[#if practices["filtering"]?? && field.filterable][#local ways += ["filter"]][/#if]
[#return ways?join(", ")]
[/#function]
[#macro problem status name]
<tr><td>[=status]</td><td><code>[=name]</code></td><td>[#nested]</td></tr>
[/#macro]
[#-- Indented JSON, as people write it. --]
[#macro json value]
[#if value?is_hash]{[#list value?keys as key]"[=key]": [@json value[key] /][#sep], [/#list]}[#elseif value?is_sequence][[#list value as item][@json item /][#sep], [/#list]][#elseif value?is_boolean || value?is_number][=value?c][#else]"[=value?json_string]"[/#if][#t]
[/#macro]
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="[=service.description?trim]">
<title>[=service.kebab] API reference</title>
<style>
:root {
  color-scheme: light dark;
  --page: #fbfbf9;
  --panel: #ffffff;
  --ink: #1c2024;
  --soft: #5a626b;
  --line: #e2e3df;
  --link: #0b5cad;
  --code: #f1f2ee;
  --band: #14324d;
  --band-ink: #ffffff;
  --band-soft: #c3d3e2;
  --get: #0b5cad;
  --post: #17693a;
  --put: #8a4b00;
  --delete: #a61b2b;
  --method-ink: #ffffff;
}
[@practice id="dark-mode"]
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161a;
    --panel: #1a2026;
    --ink: #e6e9ec;
    --soft: #a3adb7;
    --line: #303840;
    --link: #7cb8f2;
    --code: #232a31;
    --band: #0d2236;
    --get: #7cb8f2;
    --post: #76c893;
    --put: #eeb365;
    --delete: #f28b94;
    --method-ink: #12161a;
  }
}
[/@practice]
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.6 system-ui, "Segoe UI", Inter, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: 0.875em; }
code { padding: 0.1em 0.35em; border-radius: 4px; background: var(--code); overflow-wrap: anywhere; }
pre { margin: 1rem 0; padding: 1rem 1.25rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--code); }
pre code { padding: 0; background: none; font-size: 1em; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--panel); }
header { padding: 3.5rem max(1.5rem, calc((100vw - 72rem) / 2)) 2.5rem; background: var(--band); color: var(--band-ink); }
header h1 { margin: 0.25rem 0 0.5rem; font-size: clamp(2rem, 5vw, 3.25rem); line-height: 1.1; letter-spacing: -0.02em; overflow-wrap: anywhere; }
header a { color: inherit; }
header code { padding: 0; background: none; }
header :focus-visible { outline-color: var(--band-ink); }
.kicker { margin: 0; color: var(--band-soft); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.12em; text-transform: uppercase; }
.lead { max-width: 44rem; margin: 0; color: var(--band-soft); font-size: 1.1875rem; white-space: pre-line; }
.facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 2rem 0 0; }
.facts dt { color: var(--band-soft); font-size: 0.8125rem; }
.facts dd { margin: 0; }
.page { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 3.5rem; max-width: 75rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
nav { position: sticky; margin-left: -0.75rem; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; padding: 0.75rem 0; }
nav h2 { margin: 0 0 0.5rem; padding-left: 0.75rem; color: var(--soft); font-size: 0.75rem; letter-spacing: 0.1em; text-transform: uppercase; }
nav ul { margin: 0 0 1.75rem; padding: 0; list-style: none; }
nav a { display: block; padding: 0.25rem 0.75rem; border-radius: 6px; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { background: var(--code); color: var(--link); }
main > section { padding: 1.25rem 0 1.75rem; border-bottom: 1px solid var(--line); }
main > section:last-child { border-bottom: 0; }
main > section > p { max-width: 44rem; }
h2 { margin: 0.5rem 0 0.75rem; font-size: 1.625rem; line-height: 1.25; letter-spacing: -0.01em; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.0625rem; }
.operations { margin: 1rem 0; padding: 0; overflow: hidden; border: 1px solid var(--line); border-radius: 10px; background: var(--panel); list-style: none; }
.operations li { display: grid; grid-template-columns: 4.75rem minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 11rem); gap: 0.25rem 1rem; align-items: center; padding: 0.7rem 1rem; }
.operations li + li { border-top: 1px solid var(--line); }
.operations code { justify-self: start; padding: 0; background: none; }
.method { padding: 0.15rem 0; border-radius: 5px; color: var(--method-ink); font-size: 0.75rem; font-weight: 700; letter-spacing: 0.04em; text-align: center; }
.get { background: var(--get); }
.post { background: var(--post); }
.put { background: var(--put); }
.delete { background: var(--delete); }
.what, .scope { color: var(--soft); font-size: 0.9375rem; }
.scope { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: 0.8125rem; overflow-wrap: anywhere; }
[@practice id="responsive-design"]
@media (min-width: 56.01rem) { .scope { text-align: right; } }
[/@practice]
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--panel); }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.6rem 1rem; text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); }
tbody th { font-weight: 400; }
table code, .whole { white-space: nowrap; }
footer { padding: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; text-align: center; }
[@practice id="responsive-design"]
@media (max-width: 56rem) {
  header { padding-top: 2rem; }
  .page { grid-template-columns: minmax(0, 1fr); gap: 0.5rem; padding-top: 1rem; }
  nav { position: static; max-height: none; }
  nav ul { display: flex; flex-wrap: wrap; margin-bottom: 1rem; }
  .operations li { grid-template-columns: 4.75rem minmax(0, 1fr); }
  .what, .scope { grid-column: 2; }
}
[/@practice]
@media print {
  nav, .skip { display: none; }
  .page { display: block; }
  main > section { break-inside: avoid-page; }
}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<p class="kicker">API reference</p>
<h1>[=service.kebab]</h1>
<p class="lead">[=service.description?trim]</p>
<dl class="facts">
<div><dt>Version</dt><dd>1.0.0</dd></div>
<div><dt>Server</dt><dd><code>https://[=service.host]</code></dd></div>
<div><dt>Owner</dt><dd>[=service.owner]</dd></div>
<div><dt>For programs</dt><dd><a href="/openapi.yaml">OpenAPI document</a></dd></div>
</dl>
</header>
<div class="page">
<nav aria-label="Contents">
[#if resources?size > 0]
<h2>Resources</h2>
<ul>
[#list resources as resource]
<li><a href="#[=resource.segment]">[=resource.plural.title]</a></li>
[/#list]
</ul>
[/#if]
<h2>All requests</h2>
<ul>
[@practice id="oauth2"]
<li><a href="#all_access">Access</a></li>
[/@practice]
[#if pages]
<li><a href="#all_lists">Lists</a></li>
[/#if]
[#if changes]
<li><a href="#all_changes">Changes</a></li>
[/#if]
[@practice id="error-responses"]
<li><a href="#all_problems">Problems</a></li>
[/@practice]
[@practice id="rate-limiting"]
<li><a href="#all_limits">Limits</a></li>
[/@practice]
[@practice id="deprecation-policy"]
<li><a href="#all_versions">Versions</a></li>
[/@practice]
</ul>
</nav>
<main id="content">
[#list resources as resource]
<section id="[=resource.segment]" aria-labelledby="[=resource.segment]-title">
<h2 id="[=resource.segment]-title">[=resource.plural.title]</h2>
[#if resource.description?has_content]
<p>[=resource.description?trim]</p>
[/#if]
<ul class="operations">
[@operation "GET", resource.path, "List " + resource.plural.words, resource.scope.read /]
[@operation "POST", resource.path, "Create a new " + resource.name.words, resource.scope.write /]
[@operation "GET", resource.path + "/{id}", "Read one " + resource.name.words, resource.scope.read /]
[@practice id="http-methods"]
[@operation "PUT", resource.path + "/{id}", "Replace one " + resource.name.words, resource.scope.write /]
[@operation "DELETE", resource.path + "/{id}", "Delete one " + resource.name.words, resource.scope.write /]
[/@practice]
</ul>
<h3>Properties</h3>
<section class="scroll" aria-label="Properties of one [=resource.name.words]" tabindex="0">
<table>
<thead><tr><th scope="col">Property</th><th scope="col">Type</th><th scope="col">In requests</th><th scope="col">Meaning</th><th scope="col">In lists</th></tr></thead>
<tbody>
<tr><th scope="row"><code>id</code></th><td class="whole">string, uuid</td><td>never</td><td>Identifier, chosen by the service.</td><td></td></tr>
[#list resource.fields as field]
<tr><th scope="row"><code>[=field.json]</code></th><td class="whole">[=type(field)]</td><td>[#if field.default??]default <code>[#if field.default?is_boolean || field.default?is_number][=field.default?c][#else][=field.default][/#if]</code>[#elseif field.required]required[#else]optional[/#if]</td><td>[#if field.isReference && !field.description?has_content]Identifier of one of the <a href="#[=field.to.segment]">[=field.to.plural.words]</a>. [=fields.uniqueness(resource, field)][#else][=fields.meaning(resource, field)][/#if]</td><td class="whole">[=lists(resource, field)]</td></tr>
[/#list]
<tr><th scope="row"><code>createdAt</code></th><td class="whole">string, date-time</td><td>never</td><td>When it was created, in UTC.</td><td>[@practice id="sorting"]sort[/@practice]</td></tr>
<tr><th scope="row"><code>updatedAt</code></th><td class="whole">string, date-time</td><td>never</td><td>When it was last changed, in UTC.</td><td></td></tr>
</tbody>
</table>
</section>
[#list resource.fields]
<h3>Example</h3>
<pre tabindex="0"><code>POST [=resource.path]
Content-Type: application/json

{
[#items as field]
  "[=field.json]": [@json field.samples.valid[0] /][#sep],[/#sep]
[/#items]
}</code></pre>
[/#list]
</section>
[/#list]
[@practice id="oauth2"]
<section id="all_access" aria-labelledby="all_access-title">
<h2 id="all_access-title">Access</h2>
<p>Each request carries an access token of the identity provider: <code class="whole">Authorization: Bearer …</code>[@practice id="operation-scopes"] A resource has two scopes, one to read and one to change it.[/@practice]</p>
[@practice id="operation-scopes"]
<section class="scroll" aria-label="Names of scopes" tabindex="0">
<table>
<thead><tr><th scope="col">Scope</th><th scope="col">Allows</th></tr></thead>
<tbody>
[#list resources as resource]
<tr><td><code>[=resource.scope.read]</code></td><td>List and read [=resource.plural.words]</td></tr>
<tr><td><code>[=resource.scope.write]</code></td><td>Create, replace and delete [=resource.plural.words]</td></tr>
[/#list]
</tbody>
</table>
</section>
[/@practice]
</section>
[/@practice]
[#if pages]
<section id="all_lists" aria-labelledby="all_lists-title">
<h2 id="all_lists-title">Lists</h2>
[@practice id="pagination"]
<p>A list comes in pages of <code>limit</code> items (1 to 100, otherwise 20). Follow <code>links.next</code> until a page has none; its cursor belongs to the order and the filter that it came from.</p>
[/@practice]
[@practice id="sorting"]
<p><code>sort</code> names one property, with <code>-</code> in front for descending, as in <code>sort=-createdAt</code>.</p>
[/@practice]
[@practice id="filtering"]
<p><code>filter[property]=value</code> keeps what equals the value; several filters must all hold.</p>
[/@practice]
<p>A parameter that does not exist is an error.</p>
</section>
[/#if]
[#if changes]
<section id="all_changes" aria-labelledby="all_changes-title">
<h2 id="all_changes-title">Changes</h2>
[@practice id="conditional-requests"]
<p>Each answer with one resource has its version in <code>ETag</code>. To replace or delete it, send that value as <code>If-Match</code>: if someone else was faster, the answer is 412 and nothing is lost. Sent as <code>If-None-Match</code> on a read, it saves the body (304).</p>
[/@practice]
[@practice id="idempotency-keys"]
<p>A create with an <code>Idempotency-Key</code> of your choice can be repeated for 24 hours: the first answer comes again, marked <code>Idempotent-Replayed: true</code>.</p>
[/@practice]
<p>A property without a value is left out, or <code>null</code> in a request; answers always leave it out.</p>
</section>
[/#if]
[@practice id="error-responses"]
<section id="all_problems" aria-labelledby="all_problems-title">
<h2 id="all_problems-title">Problems</h2>
<p>Errors are <code>application/problem+json</code> (RFC 9457). <code>type</code> is <code>[=service.problems]/</code> followed by the name below, <code>errors</code> lists what is wrong with which property, and <code>traceId</code> finds the request in the logs.</p>
<section class="scroll" aria-label="Names of problems" tabindex="0">
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Name</th><th scope="col">Meaning</th></tr></thead>
<tbody>
[@problem 400, "malformed-request"]The body or the path cannot be read.[/@problem]
[@problem 400, "invalid-parameter"]A parameter is unknown or not valid.[/@problem]
[@practice id="jwt-authentication"]
[@problem 401, "unauthenticated"]There is no valid access token.[/@problem]
[/@practice]
[#if practices["jwt-authentication"]??]
[@practice id="operation-scopes"]
[@problem 403, "forbidden"]The access token lacks the scope.[/@problem]
[/@practice]
[/#if]
[@practice id="http-status-codes"]
[@problem 404, "not-found"]There is no such resource.[/@problem]
[@problem 405, "method-not-allowed"]The path has no such method.[/@problem]
[@problem 406, "not-acceptable"]<code>Accept</code> allows no JSON.[/@problem]
[@problem 409, "already-exists"]A unique value is taken.[/@problem]
[@problem 409, "resource-in-use"]Another resource still refers to it.[/@problem]
[@problem 409, "concurrent-update"]Another change came first; try again.[/@problem]
[/@practice]
[@practice id="conditional-requests"]
[@problem 412, "precondition-failed"]<code>If-Match</code> is not the current version.[/@problem]
[/@practice]
[@practice id="request-size-limits"]
[@problem 413, "payload-too-large"]The body is larger than 1 MiB.[/@problem]
[/@practice]
[@practice id="http-status-codes"]
[@problem 415, "unsupported-media-type"]The body is not <code>application/json</code>.[/@problem]
[/@practice]
[@practice id="input-validation"]
[@problem 422, "validation-failed"]A property is not valid.[/@problem]
[/@practice]
[@practice id="idempotency-keys"]
[@problem 422, "idempotency-key-reused"]The key came with another body before.[/@problem]
[/@practice]
[@practice id="conditional-requests"]
[@problem 428, "precondition-required"]<code>If-Match</code> is missing.[/@problem]
[/@practice]
[@practice id="rate-limiting"]
[@problem 429, "rate-limited"]Too many requests; see <code>Retry-After</code>.[/@problem]
[/@practice]
[@problem 500, "internal-error"]The service failed.[/@problem]
[@practice id="http-status-codes"]
[@problem 503, "unavailable"]Try again after <code>Retry-After</code>.[/@problem]
[/@practice]
</tbody>
</table>
</section>
</section>
[/@practice]
[@practice id="rate-limiting"]
<section id="all_limits" aria-labelledby="all_limits-title">
<h2 id="all_limits-title">Limits</h2>
<p>Each answer states the policy and what is left of it in <code>RateLimit-Policy</code> and <code>RateLimit</code>. A request beyond it gets 429, and <code>Retry-After</code> says when to come back.[@practice id="request-size-limits"] A body has at most 1 MiB.[/@practice]</p>
</section>
[/@practice]
[@practice id="deprecation-policy"]
<section id="all_versions" aria-labelledby="all_versions-title">
<h2 id="all_versions-title">Versions</h2>
<p>The version is in the path. Within it, properties and operations are only added. One that is to end answers with <code>Deprecation</code> (RFC 9745) and <code>Sunset</code> (RFC 8594) for at least six months before it does.</p>
</section>
[/@practice]
</main>
</div>
<footer>
<p>Says the same as the <a href="/openapi.yaml">OpenAPI document</a>.</p>
</footer>
</body>
</html>
