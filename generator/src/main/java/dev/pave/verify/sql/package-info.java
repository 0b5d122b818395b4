/**
 * What a repository's migrations make of an empty PostgreSQL: whether they apply, and what its catalogue then says.
 *
 * <p>{@link SqlDatabase} is the way in. Migrations come from a repository that nobody vouches for: they run as a role that owns one database
 * and nothing else, on a server that only this process has the password of.
 */
@NullMarked
package dev.pave.verify.sql;

import org.jspecify.annotations.NullMarked;
