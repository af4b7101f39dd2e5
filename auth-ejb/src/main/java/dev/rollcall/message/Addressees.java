package dev.rollcall.message;

import dev.rollcall.instance.Instance;

/** What the features above know of the people that messages go to; they implement it. */
public interface Addressees {

    /**
     * Who has this address.
     *
     * @param userId null while the person is not a user yet
     */
    Addressee find(Instance instance, String userId, String address);
}
