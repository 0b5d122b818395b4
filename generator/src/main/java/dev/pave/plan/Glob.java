package dev.pave.plan;

/**
 * Which files a rule of a manifest means: {@code *} stays inside a folder, {@code **} does not; everything else, brackets too, stands for itself.
 *
 * <p>Not a regular expression: a hostile manifest could write one that takes for ever. This one takes as many steps as pattern times path.
 */
public record Glob(String pattern) {

    /** @param path {@code /} between segments */
    public boolean matches(String path) {
        int wild = pattern.indexOf('*');
        if (wild < 0) {
            return pattern.equals(path);
        }
        // Most patterns differ from most paths before their first star.
        return path.startsWith(pattern.substring(0, wild)) && matchesFrom(wild, path.substring(wild));
    }

    private boolean matchesFrom(int start, String path) {
        // reached[i]: what was read of the pattern matches the first i characters of the path.
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        int at = start;
        while (at < pattern.length()) {
            boolean folders = pattern.startsWith("**/", at);
            boolean any = pattern.startsWith("**", at);
            boolean inside = pattern.charAt(at) == '*';
            boolean[] next = new boolean[path.length() + 1];
            boolean before = false;
            for (int i = 0; i <= path.length(); i++) {
                before |= reached[i];
                if (folders) {
                    next[i] = reached[i] || (before && i > 0 && path.charAt(i - 1) == '/');
                } else if (any) {
                    next[i] = before;
                } else if (inside) {
                    next[i] = reached[i] || (i > 0 && next[i - 1] && path.charAt(i - 1) != '/');
                } else {
                    next[i] = i > 0 && reached[i - 1] && path.charAt(i - 1) == pattern.charAt(at);
                }
            }
            reached = next;
            at += folders ? 3 : any ? 2 : 1;
        }
        return reached[path.length()];
    }
}
