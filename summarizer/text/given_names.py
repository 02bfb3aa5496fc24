"""Given names that news is full of: they tell that a name is a person's, and who is he or she.

Written for this project; names of both are left out.
"""

__all__ = ["HE", "NICKNAMES", "SHE"]

HE = frozenset(
    """Aaron Abdul Abdullah Adam Ahmed Alan Albert Alberto Alejandro Alexander Ali Andre Andrew
    Andrey Antonio Anthony Antonis Arnold Arthur Barack Ben Benjamin Bernard Bernie Bill Bob
    Boris Brad Brandon Brian Bruce Bryan Carl Carlos Charles Chris Christopher Chuck Colin Craig
    Dan Daniel Dave David Dennis Diego Dmitri Dmitry Don Donald Doug Douglas Ed Eddie Edward
    Emmanuel Eric Erik Ernest Eugene Evan Felix Fernando Francis Francisco Frank Franklin Fred
    Gary Gavin Geoffrey George Gerald Giovanni Giuseppe Glenn Gordon Greg Gregory Hamid Hans
    Harold Harry Hassan Henry Herbert Howard Hugo Ian Ibrahim Igor Imran Isaac Ivan Jack Jacob
    Jacques Jake James Jared Jason Javier Jeff Jeffrey Jeremy Jerome Jerry Jim Jimmy Joe Joel
    Joey John Johnny Jon Jonathan Jorge Jose José Joseph Josh Joshua Juan Julian Justin Karl
    Keith Ken Kenneth Kevin Kim-Jong Kofi Kyle Larry Lars Lawrence Leo Leonard Liam Louis Lucas
    Luis Luke Manuel Marc Marco Marcus Mario Mark Martin Matt Matteo Matthew Max Michael Michel
    Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad Mustafa Nathan Neil Nelson
    Nicholas Nick Nicolas Nicolás Nigel Nikolai Norman Oleg Oliver Omar Oscar Osama Pablo
    Patrick Paul Pedro Pete Peter Phil Philip Pierre Rafael Ralph Ray Raymond Recep Rex Richard
    Rick Rob Robert Roberto Rodrigo Roger Roland Ron Ronald Roy Rudy Russell Ryan Salman Samuel
    Scott Sean Sebastian Sergei Sergey Shinzo Silvio Simon Stanley Stefan Stephen Steve Steven
    Stuart Ted Terry Theodore Thomas Tim Timothy Todd Tom Tommy Tony Travis Vicente Victor
    Viktor Vincent Vladimir Walter Warren Wayne William Xavier Xi Yoshihide Yusuf Zachary""".split()
)
SHE = frozenset(
    """Abigail Agnes Aisha Alexandra Alice Alicia Alison Allison Amanda Amber Amelia Amy Ana Andrea
    Angela Angelina Anita Ann Anna Anne Annette Annie Aretha Barbara Beatrice Becky Beth Betsy
    Betty Beverly Bonnie Brenda Brigitte Camilla Carla Carmen Carol Caroline Carolyn Carrie
    Catherine Cathy Charlotte Cheryl Christina Christine Cindy Claire Clara Claudia Condoleezza
    Connie Cristina Cynthia Daniela Deborah Debbie Denise Diana Diane Donna Dora Doris Dorothy
    Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Emily Emma Erin Esther Eva Evelyn
    Fatima Federica Fiona Florence Frances Gabriela Gabrielle Gina Ginny Gloria Grace Greta
    Hannah Heather Heidi Helen Helena Hillary Ines Ingrid Irene Isabel Isabella Ivanka Jacinda
    Jackie Jacqueline Jane Janet Janice Jean Jeanne Jennifer Jenny Jessica Jill Joan Joanna
    Josephine Joyce Judith Judy Julia Julie Karen Kate Katherine Kathleen Kathryn Kathy Katie
    Kellyanne Kimberly Kirsten Kristen Laura Lauren Leila Lena Linda Lisa Liz Lori Louise Lucia
    Lucy Lynn Madeleine Maggie Malala Margaret Maria María Marie Marilyn Marine Marta Martha
    Mary Maya Megan Meghan Melania Melanie Melissa Michelle Mia Miriam Molly Monica Nadia Nancy
    Naomi Natalia Natalie Nicola Nicole Nina Nora Olga Olivia Oprah Pamela Patricia Paula Peggy
    Penny Priscilla Rachel Rebecca Rebekah Renee Rita Rosa Rose Roseanne Ruth Sally Samantha
    Sandra Sarah Sara Serena Sharon Sheila Sheryl Shirley Silvia Simone Sofia Sonia Sophia
    Sophie Stacey Stacy Stella Stephanie Sue Susan Suzanne Sylvia Tamara Tara Teresa Tessa
    Theresa Tina Ursula Valentina Valerie Vanessa Vera Veronica Victoria Virginia Viviana Wendy
    Winnie Yolanda Yulia Yvonne Zoe""".split()
)
#: what a given name is shortened to, in lower case
NICKNAMES = {
    short: name
    for name, shorts in {
        "william": "bill billy will willie",
        "robert": "bob bobby rob",
        "charles": "chuck charlie",
        "richard": "dick rick",
        "edward": "ed eddie ted",
        "james": "jim jimmy jamie",
        "joseph": "joe joey",
        "michael": "mike mick",
        "thomas": "tom tommy",
        "stephen": "steve steven",
        "john": "jack johnny",
        "daniel": "dan danny",
        "anthony": "tony",
        "david": "dave",
        "donald": "don",
        "gregory": "greg",
        "jeffrey": "jeff",
        "kenneth": "ken",
        "lawrence": "larry",
        "matthew": "matt",
        "nicholas": "nick",
        "patrick": "pat",
        "peter": "pete",
        "samuel": "sam",
        "timothy": "tim",
        "andrew": "andy",
        "benjamin": "ben",
        "christopher": "chris",
        "alexander": "alex",
        "ronald": "ron",
        "katherine": "kate kathy katie",
        "elizabeth": "liz beth",
        "jennifer": "jenny jen",
        "susan": "sue",
        "deborah": "debbie",
        "hillary": "hilary",
    }.items()
    for short in shorts.split()
}
