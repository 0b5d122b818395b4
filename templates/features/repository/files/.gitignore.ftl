# Build output
[#list slots["repository.gitignore"] as pattern]
[=pattern.line?no_esc]
[/#list]

# Editors and operating systems
.DS_Store
.idea/
.vscode/

# Local settings and secrets never enter the history
.env
*.key
*.pem
