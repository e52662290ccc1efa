package baton.intake.receipt.model;

import baton.contract.ReferralId;

/**
 * What a sender quotes on the telephone, such as {@code R-7K2M-9QXD-41FA}: 60 random bits of the
 * referral id in Crockford's alphabet, which has no I, L, O or U. A later receipt of the same
 * referral has its number behind a stroke: {@code R-7K2M-9QXD-41FA/2}.
 */
final class ReceiptNumber {

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SYMBOLS = 12;
  private static final int BITS = 5;

  private ReceiptNumber() {}

  static String first(ReferralId referral) {
    long random = referral.value().getLeastSignificantBits();
    var number = new StringBuilder("R");
    for (int i = 0; i < SYMBOLS; i++) {
      if (i % 4 == 0) number.append('-');
      int shift = (SYMBOLS - 1 - i) * BITS;
      number.append(CROCKFORD.charAt((int) (random >>> shift) & 31));
    }
    return number.toString();
  }

  static String later(String first, int count) {
    return first + "/" + count;
  }
}
