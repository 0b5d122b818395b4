// Checks catalog-info.yaml against Backstage's own model; prints a line `rule TAB place TAB message` for each finding.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, file] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const model = require('@backstage/catalog-model');
const { parseAllDocuments } = require('yaml');

const policy = model.EntityPolicies.allOf([
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
]);
const validators = {
  API: model.apiEntityV1alpha1Validator,
  Component: model.componentEntityV1alpha1Validator,
  Domain: model.domainEntityV1alpha1Validator,
  Group: model.groupEntityV1alpha1Validator,
  Location: model.locationEntityV1alpha1Validator,
  Resource: model.resourceEntityV1alpha1Validator,
  System: model.systemEntityV1alpha1Validator,
  User: model.userEntityV1alpha1Validator,
};

for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
  const report = (rule, message) => console.log(`${rule}\t${file}\t${String(message).replace(/\s+/g, ' ')}`);
  if (document.errors.length > 0) {
    report('yaml', document.errors[0].message);
    continue;
  }
  const entity = document.toJS();
  if (entity?.spec?.definition?.$text) {
    entity.spec.definition = 'the text of that file';
  }
  try {
    await policy.enforce(entity);
    if (!validators[entity.kind]) {
      report('kind', `Backstage knows no kind ${entity.kind}`);
    } else if (!(await validators[entity.kind].check(entity))) {
      report('api-version', `unknown apiVersion ${entity.apiVersion} of ${entity.kind}`);
    }
  } catch (error) {
    report('model', `${entity?.kind} ${entity?.metadata?.name}: ${error.message}`);
  }
}
