version: 2

# The cooldown leaves a week in which others may find out that a release is bad.
updates:
[#list slots["github-actions.dependabot"] as update]
  - package-ecosystem: [=update.ecosystem]
    directory: [=update.directory]
    schedule:
      interval: weekly
      day: monday
    cooldown:
      default-days: 7
    commit-message:
      prefix: [=(update.ecosystem == "github-actions")?then("ci", "build")]
      include: scope
    groups:
      minor-and-patch:
        update-types: [minor, patch]
[#sep]

[/#sep]
[/#list]
