package baton.contract;

/** Whose public holidays count: they differ (R16). */
public enum Nation {
  ENGLAND_AND_WALES,
  SCOTLAND,
  NORTHERN_IRELAND
}
