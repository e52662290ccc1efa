package baton.acceptance;

import baton.parts.keys.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens of an agency that are right in all but one respect. */
record ForgedTokens(Path keys) {
  private static final String BATON = "baton";
  private static final int AN_HOUR = 60;

  String ofAnotherIssuer() {
    return signed(claims("another", BATON), AlgorithmIdentifiers.RSA_USING_SHA256, privateKey());
  }

  String forAnotherAudience() {
    return signed(claims(BATON, "another"), AlgorithmIdentifiers.RSA_USING_SHA256, privateKey());
  }

  /** The attack on servers that let the token choose how it is checked. */
  String signedWithThePublicKeyAsSecret() {
    try {
      var secret = new HmacKey(Files.readAllBytes(TokenIssuer.in(keys).publicKeyFile()));
      return signed(claims(BATON, BATON), AlgorithmIdentifiers.HMAC_SHA256, secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String unsigned() {
    return signed(claims(BATON, BATON), AlgorithmIdentifiers.NONE, null);
  }

  private static JwtClaims claims(String issuer, String audience) {
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(audience);
    claims.setSubject("system:ncmec");
    claims.setExpirationTimeMinutesInTheFuture(AN_HOUR);
    claims.setIssuedAtToNow();
    claims.setStringListClaim("groups", "agency");
    claims.setStringClaim("organisation", "ncmec");
    return claims;
  }

  private static String signed(JwtClaims claims, String algorithm, Key key) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setPayload(claims.toJson());
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private Key privateKey() {
    try {
      var pem = Files.readString(keys.resolve("token.key")).replaceAll("-----[A-Z ]+-----", "");
      var key = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
      return KeyFactory.getInstance("RSA").generatePrivate(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
