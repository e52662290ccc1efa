/**
 * Who may do what at the broker: the list of users and their grants, the certificates of an
 * installation, and how both are put in place. Source: docs/adr, "The broker knows everybody".
 */
package baton.parts.access;
