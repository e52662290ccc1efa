package baton.intake.receipt.model;

/** Something that would have made the referral better; it is taken all the same. */
public record Remark(String code, String text, String pointer) {}
