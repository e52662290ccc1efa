package baton.intake.receipt.model;

/**
 * One thing wrong in a referral.
 *
 * @param pointer where: a JSON pointer (RFC 6901)
 * @param code stable: the last segment of a problem's type
 * @param detail what is wrong and what to do; quotes no personal data
 */
public record Violation(String pointer, String code, String detail) {}
