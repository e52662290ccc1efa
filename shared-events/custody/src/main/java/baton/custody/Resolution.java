package baton.custody;

import baton.contract.EventId;

/**
 * The event that removed the cause of a finding.
 *
 * @param byType its wire name
 * @param inTime it was on record before the limit passed: there never was a cause
 */
public record Resolution(EventId by, String byType, boolean inTime) {
  static Resolution of(Entry entry, boolean inTime) {
    return new Resolution(entry.event(), entry.type(), inTime);
  }
}
