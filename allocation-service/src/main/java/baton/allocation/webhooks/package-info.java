/**
 * A force's feed, sent to addresses of the force's own as Standard Webhooks has it. Each webhook
 * has its own cursor and its own patience; nothing that was opened is kept.
 */
package baton.allocation.webhooks;
