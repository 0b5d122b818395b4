[#assign licence = (option.license)!"none"]
[#if licence == "MIT"]
[#include "/lib/licenses/MIT.txt.ftl"]
[#elseif licence == "Apache-2.0"]
[#include "/lib/licenses/Apache-2.0.txt.ftl"]
[#else]
[=service.kebab]

All rights reserved by its owner, [=service.owner]. No licence is granted: use, copy, change or pass on this
work only with the owner's written permission.

Third-party components keep their own licences. The SBOM of each release lists them.
[/#if]
