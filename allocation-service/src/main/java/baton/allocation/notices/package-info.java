/** Mail to the duty mailboxes of forces: numbers and links, and never who anybody is. */
package baton.allocation.notices;
