package dev.rollcall.session;

/**
 * Where an address is, as far as a database knows.
 *
 * @param city its name in English; null where it is not known, as is the country
 * @param country its code (ISO 3166-1 alpha-2)
 */
record Place(String city, String country) {

    static final Place UNKNOWN = new Place(null, null);
}
