/** Backup, restore, and recovery of an installation. Source: design section 3. */
package baton.local.recovery;
