import type { Check } from './finding.ts';
import type { PackageModel } from './package-model.ts';
import { STANDARD_OBJECTS } from './salesforce-names.ts';
import { childrenNamed, textOf } from './xml.ts';

export const navigationLeadsSomewhere: Check<PackageModel> = {
  name: 'tabs belong to objects that exist, and the app shows tabs that exist',
  findings: ({ tabs, applications, objects }) => [
    ...tabs
      .filter((tab) => textOf(tab.root, 'customObject') === 'true')
      .filter((tab) => !objects.get(tab.name)?.definition)
      .map((tab) => ({
        file: tab.path,
        line: tab.root.line,
        problem: `The tab is for ${tab.name}, which does not exist.`,
        action: 'Correct the file name or remove the tab.',
      })),
    ...applications.flatMap((app) =>
      childrenNamed(app.root, 'tabs')
        .filter(({ text }) => !STANDARD_OBJECTS.includes(text.replace(/^standard-/, '')))
        .filter(({ text }) => !tabs.some((tab) => tab.name === text))
        .map((element) => ({
          file: app.path,
          line: element.line,
          problem: `There is no tab ${element.text}.`,
          action: 'Add the tab or take it out of the app.',
        })),
    ),
  ],
};
