blank_issues_enabled: false
contact_links:
  - name: Vulnerability
    url: https://github.com/[=namespace.scope?remove_beginning("@")]/[=service.kebab]/security/advisories/new
    about: Report it privately, never as an issue.
